/** Figures and plots for leads and process owners, computed from the facts of closed tickets and from nothing else. */
package com.leecyber.support.report;
