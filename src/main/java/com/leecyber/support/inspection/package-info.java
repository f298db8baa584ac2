/** The auditor's pages: what happened, who did it, why, and by which version of which rule; nothing here changes anything. */
package com.leecyber.support.inspection;
