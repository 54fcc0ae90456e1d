/**
 * Filters of OGC API Features Part 3: texts in CQL2 or ECQL, which {@link
 * org.greensward.ogc.filter.Filters} turns into conditions of SQL. A text becomes tokens, the
 * tokens a tree of records ({@code Predicate}, {@code Operand}) with types checked, the tree SQL
 * for PostgreSQL with PostGIS, whose geometries are in EPSG:27700. ECQL is read by GeoTools' parser
 * into the same tree. Uses JTS, GeoTools' parser and {@code refusal}; knows no HTTP and asks no
 * database.
 *
 * <p>Of CQL2 1.0 (OGC 21-065r2) these conformance classes hold wholly, {@code
 * http://www.opengis.net/spec/cql2/1.0/conf/} and: {@code cql2-text}, {@code basic-cql2}, {@code
 * advanced-comparison-operators}, {@code case-insensitive-comparison}, {@code
 * basic-spatial-functions}, {@code spatial-functions}, {@code temporal-functions}, {@code
 * property-property}. They are {@link org.greensward.ogc.filter.Filters#CONFORMANCE_CLASSES}; a
 * test has the predicates of their abstract tests. These do not, and are refused: {@code
 * accent-insensitive-comparison}, {@code array-functions}, {@code functions}, {@code arithmetic},
 * {@code cql2-json}.
 */
package org.greensward.ogc.filter;
