/**
 * Parser of the CQL2 text encoding: lexer, token stream, grammar and well-known text. Uses {@code
 * error}.
 */
package org.greensward.ogc.filter.cql;
