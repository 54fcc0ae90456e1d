/**
 * How the program says no. A {@link org.greensward.refusal.Refusal} is thrown wherever an input, a
 * file or the machine is not as it must be; the command line turns it into one sentence and exit
 * code 2, the web into a problem document or a page. Uses nothing; everything may use it.
 */
package org.greensward.refusal;
