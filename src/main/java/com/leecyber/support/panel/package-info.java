/** The panel «Служба поддержки»: the pages on which customers ask, read, answer and say how to reach them (R2, R3.1.1). */
package com.leecyber.support.panel;
