package com.leecyber.support.availability;

/** The interval has changed since whoever decides looked at it. */
class StaleDecision extends RuntimeException {}
