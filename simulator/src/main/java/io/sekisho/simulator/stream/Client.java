package io.sekisho.simulator.stream;

/** The program on a device that speaks to the shop, as it shows itself. */
public record Client(String device, String userAgent, String acceptLanguage, String timezone, String channel) {}
