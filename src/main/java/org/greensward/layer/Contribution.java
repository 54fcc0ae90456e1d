package org.greensward.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Configuration;

/**
 * Marks a configuration class with which a domain contributes declarations to the channels: layers
 * of files, tables of officers. Its beans need no other bean and no store, so that {@link
 * Contributions} can read them without an application. Their {@code @Order} counts across domains.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Configuration(proxyBeanMethods = false)
public @interface Contribution {}
