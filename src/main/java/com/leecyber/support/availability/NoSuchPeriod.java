package com.leecyber.support.availability;

/** That is no month or year, or it has not begun. */
class NoSuchPeriod extends RuntimeException {}
