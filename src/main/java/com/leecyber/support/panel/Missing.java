package com.leecyber.support.panel;

/** There is nothing there, or it is another customer's: both look the same. */
class Missing extends RuntimeException {}
