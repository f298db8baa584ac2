/** The journal: what happened, who did it and by which clause, so that nobody can alter it unnoticed. */
package com.leecyber.support.audit;
