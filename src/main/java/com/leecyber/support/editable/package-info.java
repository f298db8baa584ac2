/** Files that process owners edit, read again when they change. */
package com.leecyber.support.editable;
