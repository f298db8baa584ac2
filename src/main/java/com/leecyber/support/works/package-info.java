/** Works on the platform: planned ones, announced half a day before (R6.1), and emergency works, told afterwards (R6.2). */
package com.leecyber.support.works;
