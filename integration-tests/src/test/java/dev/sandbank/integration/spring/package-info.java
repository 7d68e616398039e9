/** A Spring Boot application that lets the sandbox say who its users and callers are. */
package dev.sandbank.integration.spring;
