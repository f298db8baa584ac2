/** Who may do what: filter chains, roles, sign-in, API tokens. */
package com.leecyber.support.security;
