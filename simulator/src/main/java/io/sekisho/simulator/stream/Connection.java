package io.sekisho.simulator.stream;

/** What the shop sees of whoever is at the other end while something happens. */
public record Connection(String session, Client client, String ip) {}
