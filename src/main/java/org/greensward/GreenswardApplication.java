package org.greensward;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The Spring application: every feature package below this one. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GreenswardApplication {}
