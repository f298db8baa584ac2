package com.leecyber.support.process;

/** Something was deployed on this node: what is remembered of diagrams and tables may be old. */
record Deployed() {}
