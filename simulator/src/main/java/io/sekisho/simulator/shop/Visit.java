package io.sekisho.simulator.shop;

import io.sekisho.simulator.stage.Script;
import io.sekisho.simulator.stage.Stage;
import io.sekisho.simulator.stream.Connection;

/**
 * A customer in the shop, on one device and one connection, until they leave.
 *
 * @param usual whether the device was the customer's before
 * @param script what is done one after another; it starts with signing in where no session is open
 */
record Visit(Device device, Connection connection, boolean usual, Script script) {
    void start(Stage stage) {
        script.start(stage, stage.now());
    }
}
