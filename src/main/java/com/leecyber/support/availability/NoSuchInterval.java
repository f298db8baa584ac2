package com.leecyber.support.availability;

/** No interval without service has that number. */
class NoSuchInterval extends RuntimeException {}
