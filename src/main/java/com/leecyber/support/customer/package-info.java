/** Customers, their licences and addresses. */
package com.leecyber.support.customer;
