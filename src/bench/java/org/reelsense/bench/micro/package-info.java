/** The parts of a step one by one, by JMH. The benchmarks themselves stand in the packages of what they measure. */
@NullMarked
package org.reelsense.bench.micro;

import org.jspecify.annotations.NullMarked;
