/**
 * Filters of OGC API Features Part 3: parses CQL2 text or ECQL and translates it to an SQL
 * condition with bound parameters.
 *
 * <p>Of CQL2 1.0 (OGC 21-065r2) these conformance classes hold wholly, {@code
 * http://www.opengis.net/spec/cql2/1.0/conf/} and: {@code cql2-text}, {@code basic-cql2}, {@code
 * advanced-comparison-operators}, {@code case-insensitive-comparison}, {@code
 * basic-spatial-functions}, {@code spatial-functions}, {@code temporal-functions}, {@code
 * property-property}. They are {@link org.greensward.ogc.filter.FilterParser#CONFORMANCE_CLASSES};
 * a test has the predicates of their abstract tests. These do not, and are rejected: {@code
 * accent-insensitive-comparison}, {@code array-functions}, {@code functions}, {@code arithmetic},
 * {@code cql2-json}.
 *
 * <p>Uses {@code error}.
 */
@NullMarked
package org.greensward.ogc.filter;

import org.jspecify.annotations.NullMarked;
