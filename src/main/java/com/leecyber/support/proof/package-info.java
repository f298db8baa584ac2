/**
 * How the journal is proved, with nothing but the Java platform: the same code runs in the desk and in the verifier that
 * an auditor takes away.
 */
package com.leecyber.support.proof;
