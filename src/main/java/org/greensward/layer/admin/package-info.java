/**
 * What a domain contributes to administration: table declarations, dashboard cards and cards of a
 * council's office. Uses {@code web}.
 */
package org.greensward.layer.admin;
