/** The examples of the guides for those who come from WireMock, mock-oauth2-server or Keycloak: before and after. */
package dev.sandbank.integration.moving;
