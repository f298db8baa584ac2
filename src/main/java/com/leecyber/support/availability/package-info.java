/** How much of the promised availability was kept: intervals without service, what is excluded, and the figures (R7). */
package com.leecyber.support.availability;
