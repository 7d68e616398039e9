package dev.sandbank.integration.spring;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A real application: its API takes access tokens of the bank, its pages let people sign in at the bank. */
@SpringBootApplication(proxyBeanMethods = false)
class BankingPortal {}
