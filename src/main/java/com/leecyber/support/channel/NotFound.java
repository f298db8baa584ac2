package com.leecyber.support.channel;

/** There is nothing there, or it is another customer's: both look the same. */
class NotFound extends RuntimeException {}
