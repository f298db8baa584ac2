/**
 * The engine: the only package that knows Camunda. One class a process is the diagram's face in code; everything that
 * decides lies in the features or in the tables.
 */
package com.leecyber.support.process;
