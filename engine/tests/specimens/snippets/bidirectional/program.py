x = 1
access = "user"
if access != "user‮ ⁦# admin⁩ ⁦":
    print("hello")
