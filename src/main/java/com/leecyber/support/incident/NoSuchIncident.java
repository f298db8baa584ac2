package com.leecyber.support.incident;

/** No incident has that number. */
class NoSuchIncident extends RuntimeException {}
