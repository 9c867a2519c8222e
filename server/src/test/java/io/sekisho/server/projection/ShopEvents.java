package io.sekisho.server.projection;

import java.util.Locale;

/** Lines of events, as tests need them. */
final class ShopEvents {

    private ShopEvents() {}

    /** An event with that {@code data}; quotes are written as {@code '}. */
    static String event(String id, String type, String time, String data) {
        return String.format(
                Locale.ROOT,
                "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"https://shop.example\",\"type\":\"%s\",\"time\":\"%s\","
                        + "\"data\":%s}",
                id,
                type,
                time,
                data.replace('\'', '"'));
    }

    /** An order of one gift code. */
    static String order(String id, String time, String account, String order) {
        return event(
                id,
                "order.created",
                time,
                "{'account_id':'" + account + "','device_id':'d-" + account + "','order':{'order_id':'" + order
                        + "','amount':{'value':5000,'currency':'JPY'},'items':[{'sku':'gift-5000','category':'gift_code',"
                        + "'quantity':1,'amount':{'value':5000,'currency':'JPY'},'recipient':{'email':'x@example.net'}}],"
                        + "'payment':{'payment_id':'p-" + order + "','method':'card','card':{'token':'tok_1','brand':"
                        + "'visa','bin':'424242','last4':'4242','expiry':'2027-04'}}}}");
    }

    static String visibility(String id, String time, String account, String order, String visibility) {
        return event(
                id,
                "order.visibility_changed",
                time,
                "{'account_id':'" + account + "','device_id':'d-thief','order_ids':['" + order + "'],'visibility':'"
                        + visibility + "'}");
    }
}
