/** Changes of the rules: proposed by one person, shown with their effect, approved by another, then in force. */
package com.leecyber.support.change;
