package com.leecyber.support.inspection;

/** There is no ticket, chain or rule of that name. */
class NoSuchStory extends RuntimeException {}
