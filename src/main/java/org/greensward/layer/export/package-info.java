/**
 * What a domain contributes to export: the layer with its fields, its SQL and its style. Uses no
 * other package.
 */
package org.greensward.layer.export;
