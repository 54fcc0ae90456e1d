/**
 * Licences of the layers: the flag, the licence line, the attribution and the terms of each; who
 * accepted the terms; and, in {@link org.greensward.licence.LicencePolicy} alone, who may take
 * which layer away. Uses {@code error}, {@code database}, {@code web}, {@code layer}, {@code
 * security}.
 */
package org.greensward.licence;
