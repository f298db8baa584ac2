/** Benchmarks of the whole desk: {@code mvn -Pbench test} runs them, an ordinary build does not even compile them. */
package com.leecyber.support.bench;
