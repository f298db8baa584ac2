package com.leecyber.support.channel;

/** A request's body that {@link StrictJson} reads. */
interface ApiBody {}
