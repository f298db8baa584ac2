/** How long what is kept, and how a customer's personal data are erased on request without breaking a proof or a figure. */
package com.leecyber.support.erasure;
