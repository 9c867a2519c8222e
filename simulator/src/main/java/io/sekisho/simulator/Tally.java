package io.sekisho.simulator;

/** Counts of what honest customers did from day 1 on. */
final class Tally {
    int accounts;
    int orders;
    int gifts;
    int giftOccasions;
    int severalCodes;
    int newRecipients;
    int firstGifts;
    int youngDevice;
    int giftsFromYoungDevice;
    int suspicious;
    int night;
    int hidden;
    int logins;
    int failedLogins;
    int newDeviceLogins;
    int attempts;
    int declined;
    int refunded;
    int issued;
    int redeemed;

    void add(Tally other) {
        accounts += 1;
        orders += other.orders;
        gifts += other.gifts;
        giftOccasions += other.giftOccasions;
        severalCodes += other.severalCodes;
        newRecipients += other.newRecipients;
        firstGifts += other.firstGifts;
        youngDevice += other.youngDevice;
        giftsFromYoungDevice += other.giftsFromYoungDevice;
        suspicious += other.suspicious;
        night += other.night;
        hidden += other.hidden;
        logins += other.logins;
        failedLogins += other.failedLogins;
        newDeviceLogins += other.newDeviceLogins;
        attempts += other.attempts;
        declined += other.declined;
        refunded += other.refunded;
        issued += other.issued;
        redeemed += other.redeemed;
    }
}
