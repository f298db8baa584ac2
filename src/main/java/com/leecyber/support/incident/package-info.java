/** Mass incidents: many tickets with one cause, answered together. */
package com.leecyber.support.incident;
