"""What a payment is: pay, a cost, a loan, a refund, an own transfer, and so on."""
