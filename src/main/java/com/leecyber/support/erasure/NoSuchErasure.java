package com.leecyber.support.erasure;

/** There is no erasure, or no customer, with that number. */
class NoSuchErasure extends RuntimeException {}
