/** What anybody may know: planned, running and past works and incidents, with nothing of any customer. */
package com.leecyber.support.status;
