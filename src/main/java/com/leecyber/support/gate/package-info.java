/** Temporary. */
package com.leecyber.support.gate;
