/**
 * What the pages of engagement share: which council an address means and whether whoever asks may
 * act for it, and how a form is answered. Uses {@code store}, {@code access} and {@code refusal}.
 */
package org.greensward.engage.desk;
