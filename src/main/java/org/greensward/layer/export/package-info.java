/**
 * What a domain contributes to export: the layer with its fields, its SQL and its style. Uses
 * {@code error}, {@code status}, {@code land}.
 */
package org.greensward.layer.export;
