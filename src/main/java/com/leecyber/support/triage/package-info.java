/** Triage facts in, proposed priority out, with the rule that says so (R4.2). */
package com.leecyber.support.triage;
