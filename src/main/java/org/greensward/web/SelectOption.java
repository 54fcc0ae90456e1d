package org.greensward.web;

/**
 * A choice of a form.
 *
 * @param value what is sent
 * @param text what is read
 */
public record SelectOption(String value, String text) {}
