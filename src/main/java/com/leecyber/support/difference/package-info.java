/**
 * What a proposed file changes in the file that is in force, said so that nobody has to read XML.
 *
 * <p>Pure functions over bytes: nothing is stored, resolved or fetched, and no input may do harm.
 */
package com.leecyber.support.difference;
