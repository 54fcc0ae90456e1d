/**
 * Under which licence each imported layer may be used: its flag, its line, its attribution and its
 * terms; who has accepted those; and, in {@link org.greensward.licence.Permits} alone, who may have
 * what. Has the pages {@code /licences}. Uses {@code refusal}, {@code store}, {@code access} and
 * {@code web}; whatever lets layers out uses it, imports of the demonstration and the command line
 * set licences.
 */
package org.greensward.licence;
