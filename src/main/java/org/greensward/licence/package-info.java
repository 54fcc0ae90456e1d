/**
 * Under which licence each imported layer may be used: its flag, its line and its attribution. Uses
 * only {@code refusal}; imports of the demonstration set it, {@code download} and the command line
 * read and set it.
 */
package org.greensward.licence;
