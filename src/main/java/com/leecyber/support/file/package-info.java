/** Files that people take away: how tables are written so that no program that opens them does anything. */
package com.leecyber.support.file;
