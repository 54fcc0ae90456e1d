/**
 * Changes of single features (OGC API Features Part 4). Domain packages contribute the writers as
 * beans of the type {@code layer.feature.FeatureWriter}. Uses {@code error}, {@code revision},
 * {@code layer}, {@code security}, {@code export}.
 */
package org.greensward.ogc.transactions;
