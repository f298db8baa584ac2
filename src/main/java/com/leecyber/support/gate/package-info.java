/** The gate: what a process owner wants to deploy is read here, and refused unless everything in it is known (docs/gate.md). */
package com.leecyber.support.gate;
